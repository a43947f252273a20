/** The size of a group's picture: wide, with all that matters in its middle, so that it can be cut upright too. */
export const GROUP_WIDTH = 1600;
export const GROUP_HEIGHT = 1200;
