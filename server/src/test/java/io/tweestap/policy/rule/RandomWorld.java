package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.Facts;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.RememberedFact;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import io.tweestap.policy.exemption.ExemptionFact;
import io.tweestap.user.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws policies and facts that may meet: few groups and applications, dates within weeks. The
/// same seed draws the same.
final class RandomWorld {
  private static final Instant NOW = Instant.parse("2027-03-28T00:30:00Z");
  private static final List<String> ZONES =
      List.of("Europe/Amsterdam", "America/New_York", "Pacific/Apia", "Asia/Kolkata");

  private final Random random;

  RandomWorld(long seed) {
    this.random = new Random(seed);
  }

  List<Policy> policies() {
    return IntStream.range(0, random.nextInt(1, 5)).mapToObj(this::policy).toList();
  }

  Policy policy(int number) {
    return new Policy(
        new UUID(0, number),
        "P" + number,
        maybe(this::group),
        random.nextInt(3) == 0 ? Optional.of("shop") : Optional.empty(),
        terms(),
        List.of(),
        false);
  }

  private Terms terms() {
    Optional<LocalDate> required = maybe(this::date);
    Optional<LocalDate> available =
        maybe(this::date).filter(date -> required.map(r -> !r.isBefore(date)).orElse(true));
    return new Terms(
        available,
        required,
        maybe(() -> ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))),
        maybe(() -> some(secondFactors(), 1)),
        maybe(() -> one(Strength.values())),
        maybe(this::frequency),
        maybe(() -> random.nextInt(4)),
        maybe(random::nextBoolean),
        random.nextInt(4) == 0
            ? Optional.of(some(Arrays.asList(Purpose.values()), 0))
            : Optional.empty(),
        maybe(() -> one(FirstFactorProof.values())),
        new Stay(
            maybe(() -> Duration.ofHours(random.nextInt(1, 700))),
            maybe(() -> Duration.ofMinutes(random.nextInt(1, 700))),
            maybe(() -> Duration.ofDays(random.nextInt(40))),
            random.nextInt(4) == 0 ? Optional.of(one(Profile.values())) : Optional.empty()));
  }

  Facts facts() {
    return new Facts(
        some(List.of("a", "b", "c"), 0),
        random.nextBoolean() ? "shop" : "bank",
        one(Purpose.values()),
        some(Arrays.asList(FactorKind.values()), 0),
        random.nextBoolean(),
        maybe(() -> new RememberedFact(moment())),
        maybe(this::moment),
        random.nextInt(6) == 0,
        NOW,
        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
        maybe(this::date),
        random.nextInt(4),
        maybe(() -> new ExemptionFact(moment())),
        random.nextInt(10) == 0 ? one(UserState.values()) : UserState.ACTIVE);
  }

  private Frequency frequency() {
    return switch (random.nextInt(3)) {
      case 0 -> new Frequency.EveryLogin();
      case 1 -> new Frequency.ByRisk();
      default -> new Frequency.PerBrowser(random.nextInt(1, 30));
    };
  }

  private String group() {
    return one(new String[] {"a", "b", "c"});
  }

  private LocalDate date() {
    return LocalDate.of(2027, 3, 28).plusDays(random.nextInt(-20, 20));
  }

  private Instant moment() {
    return NOW.plus(Duration.ofHours(random.nextInt(-600, 600)));
  }

  private static List<FactorKind> secondFactors() {
    return Arrays.stream(FactorKind.values()).filter(FactorKind::isSecondFactor).toList();
  }

  private <T> Set<T> some(List<T> all, int least) {
    Set<T> some =
        all.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toUnmodifiableSet());
    return some.size() < least ? Set.copyOf(all) : some;
  }

  private <T> T one(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
