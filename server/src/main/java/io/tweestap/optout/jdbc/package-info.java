/// Opt-outs as rows.
@NullMarked
package io.tweestap.optout.jdbc;

import org.jspecify.annotations.NullMarked;
