// Loads a script of dist/ with the machine code that V8 kept for it when it was bundled: half of a cold start is
// otherwise spent compiling. Another V8 than the one that wrote the code ignores it; V8 does not notice when the code
// is damaged, and runs it, so a check sum stands behind it.
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');
const { crc32 } = require('node:zlib');

const DIST = join(__dirname, '..', 'dist');
const CHECKSUM_BYTES = 4;

/**
 * The exports of dist/<name>.cjs, which is a function as Node.js makes of a module, and how to keep the code that V8 has
 * compiled of it; undefined when there is no such script.
 */
function loadScript(name) {
  const file = join(DIST, `${name}.cjs`);
  const source = read(file);
  if (source === undefined) return undefined;
  const cachedData = soundCode(source, read(`${file}.cache`));
  const script = new vm.Script(source.latin1Slice(), { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { exports: module.exports, keepCode: () => keepCode(file, script.createCachedData()) };
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The kept code, unless it or the script is not as it was when the code was kept. */
function soundCode(source, cache) {
  if (cache === undefined || cache.length <= CHECKSUM_BYTES) return undefined;
  const end = cache.length - CHECKSUM_BYTES;
  const code = cache.subarray(0, end);
  return crc32(code, crc32(source)) === cache.readUInt32LE(end) ? code : undefined;
}

function keepCode(file, code) {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(code, crc32(readFileSync(file))));
  writeFileSync(`${file}.cache`, Buffer.concat([code, checksum]));
}

module.exports = { loadScript };
