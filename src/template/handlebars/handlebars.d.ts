/**
 * Types for Handlebars' one-file build with the compiler: it loads in half the time of the package's main
 * entry, which also pulls in source maps and registers `require` hooks.
 */
declare module 'handlebars/dist/handlebars.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
