/// Placeholder.
@NullMarked
package io.tweestap.otp;

import org.jspecify.annotations.NullMarked;
