package io.tweestap.policy.web;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Terms;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.Groups;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/policies` and `PUT /v1/policies/{id}`: a whole policy. What is left out, the
/// policy says nothing about.
///
/// @param staff who wants it, for the audit
record PolicyBody(
    @Nullable String name,
    @Nullable String group,
    @Nullable String application,
    @Nullable String availableFrom,
    @Nullable String requiredFrom,
    @Nullable String timeZone,
    @Nullable List<String> allowedKinds,
    @Nullable String strength,
    @Nullable String frequency,
    @Nullable Integer frequencyDays,
    @Nullable Integer skipsMax,
    @Nullable Boolean lateEnrollment,
    @Nullable List<String> purposes,
    @Nullable String firstFactorProof,
    @Nullable Integer stayLoggedInSeconds,
    @Nullable Integer idleSeconds,
    @Nullable Integer rememberBrowserDays,
    @Nullable String profile,
    @Nullable List<Integer> remindDays,
    @Nullable Boolean exemptionsNeedApproval,
    @Nullable String staff) {
  private static final String FORM = "[^\\p{Cntrl}]{1,100}";
  private static final List<Integer> REMIND_USUAL = List.of(30, 14, 7, 1);
  private static final int SKIPS_MAX = 100;

  /// @throws io.tweestap.shared.web.Problem that names the first field with which something is
  ///   wrong
  Policy read(UUID id) {
    Terms terms = terms();
    return new Policy(
        id,
        printable("name", Fields.required("name", name).strip()),
        Optional.ofNullable(group).map(PolicyBody::readGroup),
        Optional.ofNullable(application).map(text -> printable("application", text)),
        terms,
        readRemindDays(terms),
        exemptionsNeedApproval != null && exemptionsNeedApproval);
  }

  private Terms terms() {
    Optional<LocalDate> available = Values.date("available_from", availableFrom);
    Optional<LocalDate> required = Values.date("required_from", requiredFrom);
    if (available.isPresent() && required.filter(available.get()::isAfter).isPresent()) {
      throw Fields.invalid("available_from", "must not lie after required_from");
    }
    return new Terms(
        available,
        required,
        Values.zone("time_zone", timeZone),
        Optional.ofNullable(allowedKinds).map(PolicyBody::readKinds),
        Values.named("strength", strength, PolicyBody::strength, strengths()),
        readFrequency(),
        Values.number("skips_max", skipsMax, 0, SKIPS_MAX),
        Optional.ofNullable(lateEnrollment),
        Optional.ofNullable(purposes).map(PolicyBody::readPurposes),
        Values.named("first_factor_proof", firstFactorProof, FirstFactorProof::of, proofs()),
        new StayFields(
                stayLoggedInSeconds,
                idleSeconds,
                rememberBrowserDays,
                Values.named("profile", profile, Profile::of, profiles()))
            .read());
  }

  private static String readGroup(String text) {
    if (!Groups.isName(text)) {
      throw Fields.invalid("group", "has 1 to 60 characters of a-z, 0-9, _, . and -");
    }
    return text;
  }

  private static String printable(String field, String text) {
    if (!text.matches(FORM) || text.isBlank()) {
      throw Fields.invalid(field, "has 1 to 100 printable characters");
    }
    return text;
  }

  /// OOB-7: mail is no factor, so there is no such kind.
  private static Set<FactorKind> readKinds(List<String> texts) {
    Set<FactorKind> kinds = new HashSet<>();
    for (String text : texts) {
      kinds.add(
          FactorKind.of(text)
              .filter(FactorKind::isSecondFactor)
              .orElseThrow(
                  () -> Fields.invalid("allowed_kinds", "must hold some of " + secondFactors())));
    }
    if (kinds.isEmpty()) {
      throw Fields.invalid("allowed_kinds", "must hold some of " + secondFactors());
    }
    return kinds;
  }

  private static String secondFactors() {
    return String.join(
        ", ",
        Arrays.stream(FactorKind.values())
            .filter(FactorKind::isSecondFactor)
            .map(FactorKind::text)
            .toList());
  }

  private static Set<Purpose> readPurposes(List<String> texts) {
    Set<Purpose> purposes = new HashSet<>();
    for (String text : texts) {
      Values.named("purposes", text, Purpose::of, purposeTexts()).ifPresent(purposes::add);
    }
    return purposes;
  }

  private Optional<Frequency> readFrequency() {
    boolean perBrowser = "per_browser".equals(frequency);
    if (perBrowser != (frequencyDays != null)) {
      throw perBrowser
          ? Fields.missing("frequency_days", "frequency_days goes with per_browser")
          : Fields.invalid("frequency_days", "goes with per_browser only");
    }
    Values.number("frequency_days", frequencyDays, 1, Frequency.PerBrowser.DAYS_MAX);
    return Optional.ofNullable(frequency).map(this::often);
  }

  private Frequency often(String text) {
    return switch (text) {
      case "every_login" -> new Frequency.EveryLogin();
      case "per_browser" -> new Frequency.PerBrowser(frequencyDays == null ? 1 : frequencyDays);
      case "by_risk" -> new Frequency.ByRisk();
      default ->
          throw Fields.invalid("frequency", "must be one of every_login, per_browser, by_risk");
    };
  }

  private List<Integer> readRemindDays(Terms terms) {
    if (remindDays == null) {
      return terms.requiredFrom().isPresent() ? REMIND_USUAL : List.of();
    }
    if (remindDays.size() > 10 || !remindDays.stream().allMatch(PolicyBody::isRemindDay)) {
      throw Fields.invalid("remind_days", "has at most 10 numbers from 1 to 365");
    }
    return remindDays.stream().distinct().sorted((one, other) -> other - one).toList();
  }

  private static boolean isRemindDay(@Nullable Integer days) {
    return days != null && days >= 1 && days <= 365;
  }

  private static Optional<Strength> strength(String text) {
    return Arrays.stream(Strength.values()).filter(s -> s.text().equals(text)).findFirst();
  }

  private static List<String> proofs() {
    return Arrays.stream(FirstFactorProof.values()).map(FirstFactorProof::text).toList();
  }

  private static List<String> profiles() {
    return Arrays.stream(Profile.values()).map(Profile::text).toList();
  }

  private static List<String> strengths() {
    return Arrays.stream(Strength.values()).map(Strength::text).toList();
  }

  private static List<String> purposeTexts() {
    return Arrays.stream(Purpose.values()).map(Purpose::text).toList();
  }
}
