package io.tweestap.vault;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The columns of a room that depend on the vault's keys. A room offers one bean of this type;
/// `keys rotate` then re-seals its rows, and `keys prune` keeps the keys that they still use.
///
/// Every table named has the columns `tenant_id uuid` and `id uuid`, best as its primary key.
public interface SealedColumns {
  /// The sealed columns.
  List<Group> sealed();

  /// Columns with the key ids of hashes that cannot be made again (codes, secrets, details).
  default List<HashKey> hashed() {
    return List.of();
  }

  /// Sealed columns (`bytea`, any of them may be null) that share one key id column (`integer`).
  /// Whoever changes one of them to another value writes all of them, so that the id holds for all.
  /// The [Place] of a value is the table, the column, and the row's id.
  ///
  /// @param rowId the `uuid` column with the [Place]'s row
  /// @param keyId the `integer` column with the id of the key
  record Group(
      String table, String rowId, String keyId, List<String> columns, Optional<BlindIndex> index) {
    public Group {
      identifier(table);
      identifier(rowId);
      identifier(keyId);
      columns = List.copyOf(columns);
      columns.forEach(SealedColumns::identifier);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("a group has columns");
      }
      if (index.isPresent() && !columns.contains(index.get().of())) {
        throw new IllegalArgumentException("a blind index is made of a sealed column");
      }
    }

    /// A group without a blind index.
    public static Group of(String table, String keyId, String... columns) {
      return new Group(table, "id", keyId, List.of(columns), Optional.empty());
    }

    /// The same group in a table whose rows have another id column than `id`.
    public Group identifiedBy(String column) {
      return new Group(table, column, keyId, columns, index);
    }

    /// The same group with a blind index: `column` holds [Vault#hash] of the value sealed in `of`
    /// with [HashUse#ADDRESS] and nothing else, and lives no longer than that value. It has no key
    /// id of its own: seal first and hash afterwards, then the row's key id is never newer than the
    /// index.
    public Group indexed(String column, String of) {
      return new Group(table, rowId, keyId, columns, Optional.of(new BlindIndex(column, of)));
    }
  }

  /// A column that finds rows by a sealed value without opening them.
  record BlindIndex(String column, String of) {
    public BlindIndex {
      identifier(column);
      identifier(of);
    }
  }

  /// A column with the id of the key that made a hash of the same row (see [Hashed]).
  record HashKey(String table, String keyId) {
    public HashKey {
      identifier(table);
      identifier(keyId);
    }
  }

  private static void identifier(String name) {
    if (!Names.IDENTIFIER.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain lower-case identifier: " + name);
    }
  }

  /// What may be put into a statement as it is.
  final class Names {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Names() {}
  }
}
