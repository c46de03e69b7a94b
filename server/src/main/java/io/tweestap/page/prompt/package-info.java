/// The hosted prompt: the pages on which a user of any application does the second step, sets up a
/// factor on the way, and goes back. What it does is what the API does; it keeps nothing but how
/// far a visitor is.
@NullMarked
package io.tweestap.page.prompt;

import org.jspecify.annotations.NullMarked;
