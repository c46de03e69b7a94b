package io.tweestap.login.web;

import io.tweestap.login.account.NewLink;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.UserRef;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/account-links`.
///
/// @param returnUrl where the pages lead back to
/// @param locale language of the pages
/// @param provenFactor id of a login of this user that passed with a factor a moment ago
record AccountLinkBody(
    @Nullable String returnUrl, @Nullable String locale, @Nullable String provenFactor) {
  static final AccountLinkBody EMPTY = new AccountLinkBody(null, null, null);

  NewLink read(UserRef user) {
    return new NewLink(user, Optional.ofNullable(returnUrl), readLocale(), readProvenFactor());
  }

  private Optional<Locale> readLocale() {
    if (locale == null) {
      return Optional.empty();
    }
    Locale given = Locale.forLanguageTag(locale);
    if (given.getLanguage().isEmpty()) {
      throw Fields.invalid("locale", "must be a language tag such as nl, de or en");
    }
    return Optional.of(given);
  }

  private Optional<UUID> readProvenFactor() {
    try {
      return Optional.ofNullable(provenFactor).map(UUID::fromString);
    } catch (IllegalArgumentException _) {
      throw Fields.invalid("proven_factor", "must be the id of a login");
    }
  }
}
