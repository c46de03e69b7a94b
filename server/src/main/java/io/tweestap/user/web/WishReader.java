package io.tweestap.user.web;

import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.user.Groups;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.AddressRules;
import io.tweestap.user.address.AddressVerdict;
import io.tweestap.user.address.NewAddress;
import io.tweestap.user.address.Stated;
import io.tweestap.user.address.StatedAddresses;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Judges what was read: a wish that can be carried out, or the problem with the first field that
/// is not right.
@Component
class WishReader {
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final int LOCALE_MAX = 35;

  private final AddressRules addresses;

  WishReader(AddressRules addresses) {
    this.addresses = addresses;
  }

  UserWish read(RawUser raw, TenantSettings settings) {
    return new UserWish(
        ref(raw.ref()),
        raw.groups().given() ? groups(raw.groups().value().orElse(List.of())) : Stated.leftOut(),
        addresses(raw, settings),
        stated(raw.locale(), WishReader::locale),
        stated(raw.zone(), WishReader::zone));
  }

  static UserRef ref(String text) {
    if (!UserRef.fits(text)) {
      throw Fields.invalid("ref", "must have 1 to 200 printable characters, no blank at its ends");
    }
    return new UserRef(text);
  }

  private static Stated<Set<String>> groups(List<String> names) {
    if (!Groups.fit(names)) {
      throw Fields.invalid(
          "groups",
          "holds at most "
              + Groups.MAX
              + " names, each of 1 to 60 characters: a to z, 0 to 9, _ . and -");
    }
    return Stated.of(new HashSet<>(names));
  }

  private static <T> Stated<T> stated(Stated<String> text, Function<String, T> read) {
    return new Stated<>(text.given(), text.value().map(read));
  }

  private static Locale locale(String text) {
    Locale locale = Locale.forLanguageTag(text);
    if (locale.getLanguage().isEmpty() || text.length() > LOCALE_MAX) {
      throw Fields.invalid("locale", "must be a language tag such as nl, de or en");
    }
    return locale;
  }

  private static ZoneId zone(String text) {
    if (!ZONES.contains(text)) {
      throw Fields.invalid(
          "time_zone", "must be a name of the IANA time zone database, as in Europe/Amsterdam");
    }
    return ZoneId.of(text);
  }

  private StatedAddresses addresses(RawUser raw, TenantSettings settings) {
    List<NewAddress> all =
        raw.addresses().stream()
            .map(address -> address(address.kind(), address.text(), settings))
            .distinct()
            .toList();
    if (all.size() > NewAddress.MAX) {
      throw Fields.invalid("addresses", "holds at most " + NewAddress.MAX + " addresses");
    }
    return new StatedAddresses(raw.kinds(), all);
  }

  private NewAddress address(AddressKind kind, String text, TenantSettings settings) {
    return switch (addresses.judge(kind, text, settings)) {
      case AddressVerdict.Usable(NewAddress address) -> address;
      case AddressVerdict.NotMail() ->
          throw problem(
              ProblemCode.INVALID_ADDRESS,
              "address must be a mail address such as anna@example.org.");
      case AddressVerdict.Masked() ->
          throw problem(
              kind == AddressKind.EMAIL ? ProblemCode.INVALID_ADDRESS : ProblemCode.INVALID_NUMBER,
              "The address is masked. Send the address itself, or leave addresses out.");
      case AddressVerdict.NotANumber(String reason) ->
          throw problem(
              ProblemCode.INVALID_NUMBER, "The phone number cannot be used: " + reason + ".");
      case AddressVerdict.Costly(String costly) ->
          throw problem(
              ProblemCode.NUMBER_TYPE_NOT_ALLOWED,
              "Nothing is ever sent to a " + costly + " number.");
      case AddressVerdict.CountryNotAllowed(String country) ->
          throw problem(
              ProblemCode.COUNTRY_NOT_ALLOWED,
              "Codes are not sent to "
                  + country
                  + ". Add it to allowed_countries in the settings if they should be.");
    };
  }

  private static Problem problem(ProblemCode code, String detail) {
    return Problem.of(code, detail, Map.of("field", "addresses"));
  }
}
