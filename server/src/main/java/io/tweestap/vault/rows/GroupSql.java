package io.tweestap.vault.rows;

import io.tweestap.vault.SealedColumns.BlindIndex;
import io.tweestap.vault.SealedColumns.Group;
import io.tweestap.vault.SealedColumns.HashKey;
import java.util.stream.Collectors;

/// The statements for a registered table. The one place where SQL is put together from names: the
/// tables belong to other rooms, and one worker serves them all. The names were checked by
/// [SealedColumns] (lower-case letters, digits, underscores) and come from code, never from input;
/// values are parameters as everywhere. These statements cross tenants on purpose, because the keys
/// are the installation's; each row is then opened and written under its own tenant.
final class GroupSql {
  private GroupSql() {}

  /// Whether a row is not entirely under the key `:key`: by its key id, or by the prefix of a
  /// sealed value, which cannot lie.
  private static String notUnder(Group group) {
    return group.columns().stream()
        .map(column -> "SUBSTRING(" + column + " FROM 1 FOR 5) <> :prefix")
        .collect(
            Collectors.joining(" OR ", sealedAnd(group) + group.keyId() + " <> :key OR ", "))"));
  }

  /// A row whose sealed values were all wiped needs no key any more.
  private static String sealedAnd(Group group) {
    return "(COALESCE(" + String.join(", ", group.columns()) + ") IS NOT NULL AND (";
  }

  private static String under(Group group) {
    return group.columns().stream()
        .map(column -> "SUBSTRING(" + column + " FROM 1 FOR 5) = :prefix")
        .collect(
            Collectors.joining(" OR ", sealedAnd(group) + group.keyId() + " = :key OR ", "))"));
  }

  /// The next rows after a place in the table that are not under the key, locked; rows that
  /// somebody else has locked are left for the next round.
  static String claim(Group group) {
    return """
    SELECT tenant_id, %1$s AS id, %2$s AS key_id, %3$s
    FROM %4$s
    WHERE (tenant_id, %1$s) > (:tenant, :id)
      AND %5$s
    ORDER BY tenant_id, %1$s
    LIMIT :batch
    FOR UPDATE SKIP LOCKED
    """
        .formatted(
            group.rowId(),
            group.keyId(),
            String.join(", ", group.columns()),
            group.table(),
            notUnder(group));
  }

  /// Writes all sealed columns of a row at once, unless its key changed meanwhile.
  static String reseal(Group group) {
    String columns =
        group.columns().stream()
            .map(column -> column + " = :" + column + ", ")
            .collect(Collectors.joining());
    String index =
        group
            .index()
            .map(BlindIndex::column)
            .map(column -> column + " = COALESCE(:blind_index, " + column + "), ")
            .orElse("");
    return """
    UPDATE %s
    SET %s%s%s = :new_key
    WHERE tenant_id = :tenant
      AND %s = :id
      AND %s IS NOT DISTINCT FROM :old_key
    """
        .formatted(group.table(), columns, index, group.keyId(), group.rowId(), group.keyId());
  }

  static String countNotUnder(Group group) {
    return "SELECT COUNT(*) FROM " + group.table() + " WHERE " + notUnder(group);
  }

  static String countUnder(Group group) {
    return "SELECT COUNT(*) FROM " + group.table() + " WHERE " + under(group);
  }

  static String countUnder(HashKey hash) {
    return "SELECT COUNT(*) FROM " + hash.table() + " WHERE " + hash.keyId() + " = :key";
  }

  /// The key of any one row: enough to notice that the whole key file is another one.
  static String anyKey(String table, String keyId) {
    return "SELECT " + keyId + " FROM " + table + " WHERE " + keyId + " IS NOT NULL LIMIT 1";
  }
}
