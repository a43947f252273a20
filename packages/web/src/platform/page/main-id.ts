/** The element that holds a page's content; it takes the focus when a page is entered. */
export const MAIN_ID = 'main';
