/// Browsers that users chose to have remembered: a rotating token each, and what shows that one was
/// copied.
@NamedInterface("browser")
@NullMarked
package io.tweestap.login.browser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
