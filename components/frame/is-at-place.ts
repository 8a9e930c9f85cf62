/** True where `path` is the place itself or a page below it; below `/` alone, which is the first page, stands none. */
export const isAtPlace = (path: string, href: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));
