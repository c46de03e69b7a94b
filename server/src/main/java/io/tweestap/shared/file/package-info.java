/// Files that callers send: their characters, and lines with values between commas, read one after
/// the other.
@NullMarked
package io.tweestap.shared.file;

import org.jspecify.annotations.NullMarked;
