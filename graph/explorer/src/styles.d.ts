/** A style sheet: bundled apart in the atlas, a text in the widget. */
declare module "*.css" {
  const text: string;
  export default text;
}
