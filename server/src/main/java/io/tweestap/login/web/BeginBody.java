package io.tweestap.login.web;

import io.tweestap.login.NewLogin;
import io.tweestap.login.Visitor;
import io.tweestap.policy.Purpose;
import io.tweestap.shared.IpAddress;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.UserRef;
import io.tweestap.verification.Details;
import io.tweestap.verification.web.DetailsBody;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/logins`. `toString` shows nothing of it.
record BeginBody(
    @Nullable String user,
    @Nullable String purpose,
    @Nullable String application,
    @Nullable String browserToken,
    @Nullable String ip,
    @Nullable String userAgent,
    @Nullable DetailsBody details,
    @Nullable String locale,
    @Nullable Boolean risky,
    @Nullable String returnUrl,
    @Nullable String state) {
  private static final Pattern APPLICATION = Pattern.compile("[\\p{Print}&&[^\\s]]{1,100}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern STATE = Pattern.compile("[^\\p{Cntrl}]{1,500}");
  private static final int TOKEN_MAX = 200;

  /// @throws io.tweestap.shared.web.Problem that names the first field with which something is
  ///   wrong
  NewLogin read() {
    String ref = Fields.required("user", user);
    Purpose what = readPurpose();
    return new NewLogin(
        readUser(ref),
        what,
        Optional.ofNullable(application).map(BeginBody::readApplication),
        Optional.ofNullable(browserToken).map(BeginBody::readToken),
        Visitor.of(
            Optional.ofNullable(ip).map(BeginBody::readIp),
            Optional.ofNullable(userAgent).map(BeginBody::readUserAgent)),
        readDetails(what),
        Optional.ofNullable(locale).map(BeginBody::readLocale),
        Boolean.TRUE.equals(risky));
  }

  /// Where the hosted prompt leads back to, if the login is to be done there.
  ///
  /// @param allowed the tenant's return addresses; compared whole
  Optional<String> readReturnUrl(List<String> allowed) {
    if (returnUrl == null) {
      return Optional.empty();
    }
    if (!allowed.contains(returnUrl)) {
      throw Fields.invalid(
          "return_url",
          "is not one of the tenant's return addresses; add it with PATCH /v1/settings/pages");
    }
    return Optional.of(returnUrl);
  }

  /// What is given back with it, as it came.
  Optional<String> readState() {
    if (state != null && (returnUrl == null || !STATE.matcher(state).matches())) {
      throw Fields.invalid(
          "state", "goes with return_url, and has 1 to 500 characters without control characters");
    }
    return Optional.ofNullable(state);
  }

  private static UserRef readUser(String ref) {
    if (!UserRef.fits(ref)) {
      throw Fields.invalid(
          "user", "must be the reference of a user: 1 to 200 printable characters");
    }
    return new UserRef(ref);
  }

  private Purpose readPurpose() {
    String text = Fields.required("purpose", purpose);
    return Purpose.of(text)
        .orElseThrow(() ->
            Fields.invalid(
                "purpose",
                "must be one of "
                    + Arrays.stream(Purpose.values())
                        .map(Purpose::text)
                        .collect(Collectors.joining(", "))));
  }

  private Optional<Details> readDetails(Purpose what) {
    if (what == Purpose.PAYMENT && details == null) {
      throw Fields.missing("details", "a payment needs details: amount, currency and payee");
    }
    if (what != Purpose.PAYMENT && details != null) {
      throw Fields.invalid("details", "is only for the purpose payment");
    }
    return DetailsBody.read(details);
  }

  private static String readApplication(String name) {
    if (!APPLICATION.matcher(name).matches()) {
      throw Fields.invalid(
          "application", "must have 1 to 100 printable ASCII characters, no spaces");
    }
    return name;
  }

  /// A token that is none is no mistake of the application: a browser may hand in anything.
  private static String readToken(String token) {
    return token.length() > TOKEN_MAX ? "" : token;
  }

  private static String readIp(String text) {
    if (!IpAddress.isLiteral(text)) {
      throw Fields.invalid("ip", "must be an IPv4 or IPv6 address");
    }
    return text;
  }

  private static String readUserAgent(String text) {
    String line = CONTROL.matcher(text).replaceAll(" ");
    return line.length() > Visitor.USER_AGENT_MAX
        ? line.substring(0, Visitor.USER_AGENT_MAX)
        : line;
  }

  private static Locale readLocale(String text) {
    Locale language = Locale.forLanguageTag(text);
    if (language.getLanguage().isEmpty() || text.length() > 35) {
      throw Fields.invalid("locale", "must be a language tag such as nl, de or en");
    }
    return language;
  }

  @Override
  public String toString() {
    return "BeginBody[" + purpose + "]";
  }
}
