package io.tweestap.user.notice;

import java.util.Locale;
import java.util.Set;

/// What a user is told by mail, and the words that must come with it.
public enum NoticeKind {
  /// `factor`: its name. `kind`: as in the API (`totp`), told in the user's language.
  FACTOR_ADDED("factor", "kind"),
  FACTOR_REMOVED("factor", "kind"),
  /// `before`: the old name.
  FACTOR_RENAMED("factor", "kind", "before"),
  /// After 100 wrong codes in a row.
  FACTOR_DISABLED("factor", "kind"),
  /// Reported lost, and out of use until it is resumed.
  FACTOR_SUSPENDED("factor", "kind"),
  FACTOR_RESUMED("factor", "kind"),
  /// The counter of a security key went back, as that of a copy would; nobody got in.
  KEY_REFUSED("factor"),
  /// The same, where the tenant lets it pass.
  KEY_SUSPECTED("factor"),
  RECOVERY_CODES_MADE,
  /// `left`: how many codes are left.
  RECOVERY_CODE_USED("left"),
  RECOVERY_CODES_LOW("left"),
  /// `name`: as the user called it. `service`: what it opens.
  APP_PASSWORD_MADE("name", "service"),
  APP_PASSWORD_REMOVED("name", "service"),
  /// Staff made a code that stands in for a factor once.
  TEMPORARY_PASS_MADE,
  /// `added`, `removed`: masked addresses, or `-`.
  ADDRESS_CHANGED("added", "removed"),
  /// Right password, failed second factor. `place`: where from. `browser`: which one.
  HALF_SUCCESS("place", "browser"),
  NEW_BROWSER("place", "browser"),
  /// A remembered browser's old token turned up: somebody copied it.
  BROWSER_COPIED("place", "browser"),
  /// Help desk took factors away. `scope`: what, in words of the caller.
  DISCONNECTED("scope"),
  /// `until`: the day, as ISO 8601 (`2026-03-01`).
  ENROLLMENT_REMINDER("until");

  private final Set<String> words;

  NoticeKind(String... words) {
    this.words = Set.of(words);
  }

  /// The words that a notice of this kind needs.
  public Set<String> words() {
    return words;
  }

  /// As it stands in the message files: `factor_added`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
