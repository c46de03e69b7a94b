package io.tweestap.client.user;

import io.tweestap.client.http.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What you say about a user. A field that is left out stays as it is, `null` or an empty list
/// empties it. `ref` may be left out.
public final class UserChange extends Body<UserChange> {
  private UserChange(Map<String, @Nullable Object> fields) {
    super(fields, UserChange::new);
  }

  /// Nothing yet.
  public static UserChange empty() {
    return new UserChange(Map.of());
  }

  /// Your own name or number for the user, compared as it is: 1 to 200 printable characters, none
  /// of them `/`, `\`, `;` or `%`.
  public UserChange ref(String ref) {
    return with("ref", ref);
  }

  /// Kinds of user, in words of your own; unknown ones are fine.
  public UserChange groups(@Nullable List<String> groups) {
    return with("groups", groups);
  }

  /// Language of what the user is told, a language tag; null: the tenant's own.
  public UserChange locale(@Nullable String locale) {
    return with("locale", locale);
  }

  /// Where the user's days begin and end, a name of the IANA time zone database; null: the tenant's
  /// own.
  public UserChange timeZone(@Nullable String timeZone) {
    return with("time_zone", timeZone);
  }

  /// This mail address as well. The addresses of one change are all that the user has after it.
  public UserChange email(String address) {
    return plus("addresses", Map.of("kind", AddressKind.EMAIL, "address", address));
  }

  /// This phone number as well: international with `+`, or national in your own country. The
  /// addresses of one change are all that the user has after it.
  public UserChange phone(String number) {
    return plus("addresses", Map.of("kind", AddressKind.PHONE, "address", number));
  }

  /// No address at all.
  public UserChange withoutAddresses() {
    return with("addresses", List.of());
  }
}
