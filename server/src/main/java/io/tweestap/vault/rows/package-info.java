/// The rows that depend on the keys: re-sealing them after a rotation, counting them before a key
/// is removed.
@NullMarked
package io.tweestap.vault.rows;

import org.jspecify.annotations.NullMarked;
