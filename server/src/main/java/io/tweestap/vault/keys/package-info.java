/// The key file: three Tink keysets, their life from made to pruned, and the copy of them that a
/// running node holds ready.
@NullMarked
package io.tweestap.vault.keys;

import org.jspecify.annotations.NullMarked;
