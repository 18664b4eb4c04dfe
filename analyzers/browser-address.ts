const fetchedByBrowsers =
  /^https?:\/\/[^?#]*\.(?:css|js|png|jpe?g|gif|svg|ico|woff2?|ttf|mp[34]|webm|ogg|html?|pdf)(?:[?#]|$)/i;

/** True for the address of a page, a style sheet or a picture: a person's browser goes there, not the server. */
export function isForBrowser(url: string): boolean {
  return fetchedByBrowsers.test(url);
}
