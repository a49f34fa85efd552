/** pdfmake's CommonJS files have no types of their own; ./pdfmake.ts gives them theirs. */
declare module 'pdfmake/js/*.js' {
  const module: { default: unknown };
  export default module;
}
