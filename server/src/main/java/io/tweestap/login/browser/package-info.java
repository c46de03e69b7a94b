/// Browsers that users chose to have remembered: a rotating token each, and what shows that one was
/// copied.
@NullMarked
package io.tweestap.login.browser;

import org.jspecify.annotations.NullMarked;
