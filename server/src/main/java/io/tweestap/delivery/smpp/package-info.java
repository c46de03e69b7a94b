/// Operators reached over SMPP 3.4: links with their binds, their rate and what comes back on them.
@NullMarked
package io.tweestap.delivery.smpp;

import org.jspecify.annotations.NullMarked;
