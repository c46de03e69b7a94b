/// Seals secret columns (AEAD bound to tenant, table, column and row) and makes keyed hashes for
/// codes and blind indexes. Keys are Tink keysets outside of the database.
@ApplicationModule
@NullMarked
package io.tweestap.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
