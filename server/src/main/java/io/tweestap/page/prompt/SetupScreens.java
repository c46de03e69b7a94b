package io.tweestap.page.prompt;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Medium;
import io.tweestap.factor.token.HardwareToken;
import io.tweestap.factor.token.TokenFilter;
import io.tweestap.factor.token.Tokens;
import io.tweestap.login.Plan;
import io.tweestap.login.Step;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.UserAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The screens on which somebody proves an address, sets up a factor, and keeps recovery codes.
@Component
class SetupScreens {
  /// In the order in which they are shown: the strongest first. What staff give, and what is only
  /// for emergencies, nobody picks here.
  static final List<FactorKind> OFFERED =
      List.of(
          FactorKind.WEBAUTHN,
          FactorKind.TOTP,
          FactorKind.YUBICO_OTP,
          FactorKind.HOTP,
          FactorKind.PHONE);

  private final Tokens tokens;
  private final Afterwards afterwards;
  private final AskScreens asks;
  private final PromptWords words;
  private final Clock clock;

  SetupScreens(
      Tokens tokens, Afterwards afterwards, AskScreens asks, PromptWords words, Clock clock) {
    this.tokens = tokens;
    this.afterwards = afterwards;
    this.asks = asks;
    this.words = words;
    this.clock = clock;
  }

  Screen proof(Visit visit, Screen.Frame frame, Locale locale) {
    Plan plan = visit.login().plan();
    boolean reset = visit.login().next() == Step.RECOVERY;
    Optional<FirstFactorProof> proof = plan.enrollment().map(Plan.Enrollment::proof);
    Optional<Kept.ToAddress> sent = Optional.ofNullable(visit.kept().proof());
    return new Screen.Proof(
        frame,
        reset,
        !reset && proof.equals(Optional.of(FirstFactorProof.STAFF_CODE)),
        visit.standing().addresses().stream().map(it -> address(it, locale)).toList(),
        sent.map(Kept.ToAddress::to).orElse(null),
        sent.map(Kept.ToAddress::channel).orElse(null),
        sent.map(Kept.ToAddress::address).map(Object::toString).orElse(null),
        sent.map(it -> words.wait(it.nextSendAt(), clock.instant())).orElse(null),
        plan.enrollment().filter(offer -> !offer.required()).isPresent());
  }

  private Screen.Way address(UserAddress address, Locale locale) {
    boolean mail = address.kind() == AddressKind.EMAIL;
    String title = words.of(mail ? "prompt.proof.by_mail" : "prompt.proof.by_sms", locale);
    return new Screen.Way(
        address.id().toString(), mail ? "mail" : "phone", title, address.masked());
  }

  Screen setup(Visit visit, Screen.Frame frame, Locale locale) {
    Kept kept = visit.kept();
    if (kept.setup() != null || kept.picked() != null) {
      return begun(visit, frame, locale);
    }
    Plan.Enrollment offer = visit.login().plan().enrollment().orElseThrow();
    Optional<LocalDate> since = offer.until();
    return new Screen.Choose(
        frame,
        kinds(visit, offer.kinds(), locale),
        offer.required(),
        since.map(date -> words.day(date, locale)).orElse(null),
        false);
  }

  private Screen begun(Visit visit, Screen.Frame frame, Locale locale) {
    Kept.Setup setup = visit.kept().setup();
    String picked = visit.kept().picked();
    boolean pending = visit.login().next() == Step.ENROLLMENT;
    return setup == null
        ? new Screen.Setup(
            frame,
            picked == null ? "" : picked,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null)
        : new Screen.Setup(
            frame,
            setup.kind(),
            true,
            setup.pairingCode(),
            setup.uri(),
            setup.qr(),
            setup.to(),
            setup.channel(),
            setup.publicKey(),
            setup.nextSendAt() == null ? null : words.wait(setup.nextSendAt(), clock.instant()),
            pending ? asks.remember(visit, locale) : null);
  }

  /// What comes once the login has passed.
  Screen after(Visit visit, Screen.Frame frame, Locale locale) {
    Kept kept = visit.kept();
    if (!kept.codes().isEmpty()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), visit.user().zone());
      return new Screen.Codes(frame, kept.codes(), words.day(today, locale));
    }
    if (kept.setup() != null || kept.picked() != null) {
      return begun(visit, frame, locale);
    }
    return new Screen.Choose(frame, more(visit, locale), false, null, true);
  }

  /// Kinds that live on something that the visitor does not prove with yet.
  private List<Screen.Way> more(Visit visit, Locale locale) {
    Set<Medium> held =
        afterwards.usable(visit).stream().map(Factor::medium).collect(Collectors.toSet());
    Set<FactorKind> rest =
        OFFERED.stream()
            .filter(kind -> !held.contains(kind.medium()) || kind.medium() == Medium.TOKEN)
            .collect(Collectors.toSet());
    Optional<Plan.Enrollment> offer = visit.login().plan().enrollment();
    offer.ifPresent(it -> rest.retainAll(it.kinds()));
    return kinds(visit, rest, locale);
  }

  private List<Screen.Way> kinds(Visit visit, Set<FactorKind> allowed, Locale locale) {
    return OFFERED.stream()
        .filter(allowed::contains)
        .filter(kind -> !isGiven(kind) || isInStock(visit, kind))
        .map(kind ->
            new Screen.Way(
                kind.text(),
                kind.text(),
                words.of("prompt.kind." + kind.text(), locale),
                words.of("prompt.kind." + kind.text() + ".what", locale)))
        .toList();
  }

  /// Whether its tokens come from the tenant.
  private static boolean isGiven(FactorKind kind) {
    return kind == FactorKind.HOTP || kind == FactorKind.YUBICO_OTP;
  }

  /// Whether the tenant has such tokens to give: a kind that nobody has is not offered.
  private boolean isInStock(Visit visit, FactorKind kind) {
    TokenFilter inStock =
        new TokenFilter(
            Optional.of(HardwareToken.Where.IN_STOCK),
            Optional.of(kind),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    return !tokens.list(visit.tenant(), inStock).data().isEmpty();
  }
}
