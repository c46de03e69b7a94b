/// Placeholder.
@NullMarked
package io.tweestap.bench;

import org.jspecify.annotations.NullMarked;
