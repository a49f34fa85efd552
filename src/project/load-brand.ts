/**
 * Reads brand.yaml and checks what a schema cannot: colours, contrast, language tags and logo files.
 */
import type * as v from 'valibot';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { COLOR_NAMES, type HexColor, parseColor } from '../document/color.ts';
import { nearPath } from '../files/near-path.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { readSettings, type Settings } from '../files/settings-file.ts';
import { reportFault } from '../files/source-file.ts';
import { Trace } from '../files/trace.ts';
import type { YamlPath } from '../files/yaml-nodes.ts';
import { findLanguage, reportUnknownLanguage } from '../language/language.ts';
import { type Brand, BrandSchema, DEFAULT_COLORS } from './brand.ts';
import { checkContrast } from './contrast.ts';

type RawBrand = v.InferOutput<typeof BrandSchema>;
type BrandFile = Settings<RawBrand>;

/** Reads the brand at `path`, relative to the project folder. Undefined when it cannot be used. */
export function loadBrand(
  files: ProjectFiles,
  path: string,
  report: Report,
  trace = new Trace(),
): Brand | undefined {
  const source = files.read(files.inside(path).relative ?? path, trace);
  if (source.fault === 'absent') {
    report.error(
      'file-missing',
      { file: path },
      `${path} does not exist, so nobody is named as the publisher`,
      {
        hint: 'two lines are enough: "organisation:" and, indented, "name: Your organisation"',
      },
    );
    return undefined;
  }
  if (source.fault !== undefined) return reportFault(source, report);
  const file = readSettings(source, 'project-invalid', BrandSchema, report);
  if (!file) return undefined;
  checkTags(file, report);
  checkLogo(files, file, report, trace);
  const { organisation, logo, fonts } = file.value;
  const { colors, places } = readColors(file, report);
  const faces = fonts && { fonts: { ...fonts, places: facePlaces(file) } };
  return { organisation, ...(logo && { logo }), ...faces, colors, colorPlaces: places };
}

/** Whether there is a face of a name is seen when the fonts are opened, and told at its place here. */
function facePlaces(file: BrandFile): Readonly<Record<string, SourceSpan>> {
  const { languages = {}, ...all } = file.value.fonts ?? {};
  const named = (roles: object, path: YamlPath) =>
    Object.entries(roles).map(([role, face]) => [String(face), file.span([...path, role])] as const);
  return Object.fromEntries([
    ...named(all, ['fonts']),
    ...Object.entries(languages).flatMap(([tag, roles]) => named(roles, ['fonts', 'languages', tag])),
  ]);
}

interface ReadColors {
  readonly colors: Brand['colors'];
  readonly places: Brand['colorPlaces'];
}

function readColors(file: BrandFile, report: Report): ReadColors {
  const colors: Record<string, HexColor> & typeof DEFAULT_COLORS = { ...DEFAULT_COLORS };
  for (const [token, value] of Object.entries(file.value.colors)) {
    const path: YamlPath = ['colors', token];
    if (!/^[a-z][a-z0-9-]*$/i.test(token)) {
      report.error('project-invalid', file.span(path, 'key'), `"${token}" cannot name a colour`, {
        hint: 'use Latin letters, digits and hyphens, as in accent-light',
      });
      continue;
    }
    const color = typeof value === 'string' ? parseColor(value) : undefined;
    if (color === undefined) {
      const said = value === null ? `"${token}" has no colour` : `"${value}" is not a colour Bayan can print`;
      report.error('brand-color', file.span(path, value === null ? 'key' : undefined), said, {
        hint: colorHint(value),
      });
      continue;
    }
    const meant = token in DEFAULT_COLORS ? undefined : nearest(token, Object.keys(DEFAULT_COLORS));
    if (meant && !file.has(['colors', meant]))
      report.warning('project-invalid', file.span(path, 'key'), `"${token}" is a colour of your own`, {
        hint: `did you mean "${meant}"?`,
      });
    (colors as Record<string, HexColor>)[token] = color;
  }
  const places = Object.fromEntries(
    Object.keys(file.value.colors).map((token) => [token, file.span(['colors', token])]),
  );
  checkContrast(colors, places, report);
  return { colors, places };
}

function colorHint(value: string | number | null): string {
  // Without quotes # begins a comment in YAML, and nothing is left of the value.
  if (value === null || typeof value === 'number') return 'put the colour in quotes, as in "#0b4f6c"';
  if (/^#?([0-9a-f]{4}|[0-9a-f]{8})$/i.test(value) || /^rgba?\(.*[,/].*[,/].*[,/]/.test(value))
    return 'leave transparency out: use #rrggbb';
  if (/^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)) return `did you mean "#${value}"?`;
  const near = nearest(value, COLOR_NAMES);
  return near ? `did you mean "${near}"?` : 'use #rrggbb, rgb(r, g, b) or a CSS colour name';
}

/** Every key that names a language must be one Bayan knows; a misspelt tag would silently fall back to English. */
function checkTags(file: BrandFile, report: Report): void {
  const { organisation, logo, fonts } = file.value;
  const maps: [YamlPath, unknown][] = Object.entries(organisation).map(([key, value]) => [
    ['organisation', key],
    value,
  ]);
  maps.push([['logo', 'alt'], logo?.alt], [['fonts', 'languages'], fonts?.languages]);
  for (const [path, value] of maps) {
    if (typeof value !== 'object' || value === null) continue;
    for (const tag of Object.keys(value))
      if (!findLanguage(tag)) reportUnknownLanguage(tag, file.span([...path, tag], 'key'), report);
  }
}

function checkLogo(files: ProjectFiles, file: BrandFile, report: Report, trace: Trace): void {
  for (const key of ['src', 'reversed'] as const) {
    const path = file.value.logo?.[key];
    if (path === undefined) continue;
    const span = file.span(['logo', key]);
    const { relative, problem } = files.inside(path);
    const found = problem === undefined ? files.look(relative, trace) : undefined;
    if (problem !== undefined) report.error('path-outside-project', span, `the path "${path}" ${problem}`);
    else if (found?.fault === 'absent') {
      const near = nearPath(files.recording(trace), relative);
      report.error('image-missing', span, `the logo "${path}" does not exist`, {
        hint: near ? `did you mean "${near}"?` : 'paths start at the folder of bayan.yaml',
      });
    } else if (found?.fault !== undefined) reportFault(found, report, span);
    else if (found && found.kind !== 'file')
      report.error('file-unreadable', span, `the logo "${path}" is no file`);
    else if (!/\.(svg|png|jpe?g)$/i.test(path))
      report.error('project-invalid', span, `the logo "${path}" is no SVG, PNG or JPEG file`);
  }
}
