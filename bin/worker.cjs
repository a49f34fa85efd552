// The worker thread of a build: the same bundle as the command line, with the same code cache.
'use strict';

require('./load-script.cjs').loadScript('bayan').exports.startWorker();
