package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.risk.Approvals;
import io.tweestap.risk.Approved;
import io.tweestap.risk.Guard;
import io.tweestap.risk.GuardVerdict;
import io.tweestap.risk.Sending;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// An attack beside honest traffic, in the time of a clock that is moved by hand, against the guard
/// and the database as they are: one day, whose draws are the same each time. `bench/run fraud`
/// takes three (`-Dsimulated.days=3`) and shows the table.
@DisplayName("The fraud guard stops an attack and lets honest users pass")
@TestPropertySource(properties = "tweestap.risk.guard-sandbox=true")
class FraudSimulationTest extends VerificationTest {
  /// Honest codes a day, by what the mobile numbers of a country begin with.
  private static final Map<String, Integer> A_DAY =
      new TreeMap<>(Map.of("+316", 1200, "+4915", 500, "+32470", 150, "+336", 40));

  private static final Map<String, String> COUNTRIES =
      Map.of("+316", "NL", "+4915", "DE", "+32470", "BE", "+336", "FR");
  private static final int[] BY_HOUR = {
    1, 1, 1, 1, 1, 2, 4, 7, 9, 9, 8, 8, 7, 7, 7, 7, 7, 7, 8, 8, 7, 5, 3, 2
  };
  private static final double TYPED = 0.85;
  private static final int HOURS = 24;
  private static final int DAYS = Integer.getInteger("simulated.days", 1);

  @Autowired private Guard guard;
  @Autowired private Approvals approvals;
  @Autowired private JdbcClient jdbc;

  private final Random random = new Random(20261129);
  private final PriorityQueue<Typed> typing =
      new PriorityQueue<>(Comparator.comparing(typed -> typed.at));
  private final Score honest = new Score();
  private final Score attack = new Score();

  private record Try(Instant at, boolean isAttack, String number, String source) {}

  private record Typed(Instant at, Approved approved) {}

  private static final class Score {
    int asked;
    int refused;

    String row(String who) {
      return "| %s | %,d | %,d | %.2f %% |".formatted(who, asked, refused, 100.0 * refused / asked);
    }

    double share() {
      return (double) refused / asked;
    }
  }

  @Test
  void attacksOnTenBlocksOfNumbersBesideDaysOfHonestUse() {
    for (int day = 0; day < DAYS; day++) {
      tenant = otherTenant();
      day();
    }

    System.out.println("| codes | asked for | refused | share |\n|---|---|---|---|");
    System.out.println(attack.row("attack"));
    System.out.println(honest.row("honest"));
    assertThat(attack.share()).isGreaterThan(0.95);
    assertThat(honest.share()).isLessThan(0.01);
  }

  /// A day of a tenant of its own.
  private void day() {
    Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    twoOrdinaryWeeks(midnight);
    List<Try> all = new ArrayList<>();
    A_DAY.forEach((start, number) -> honestDay(all, midnight, start, number));
    attackDay(all, midnight);
    all.sort(Comparator.comparing(Try::at));

    all.forEach(this::next);
    typing.clear();
  }

  private void next(Try one) {
    typedUntil(one.at());
    advanceTo(one.at());
    TenantId of = tenant.tenant().id();
    Sending sending =
        new Sending(new PhoneNumber(one.number()), Channel.SMS, Optional.of(one.source()), true);
    Score score = one.isAttack() ? attack : honest;
    score.asked++;
    switch (guard.ask(of, sending)) {
      case GuardVerdict.Blocked _ -> score.refused++;
      case GuardVerdict.Allowed(var counted) -> {
        if (!one.isAttack() && random.nextDouble() < TYPED) {
          Instant at = one.at().plusSeconds(10 + random.nextInt(50));
          typing.add(new Typed(at, new Approved(of, counted.orElseThrow(), one.at(), 1)));
        }
      }
    }
  }

  private void typedUntil(Instant moment) {
    List<Approved> typed = new ArrayList<>();
    while (!typing.isEmpty() && !typing.element().at().isAfter(moment)) {
      typed.add(typing.remove().approved());
    }
    if (!typed.isEmpty()) {
      approvals.add(typed);
      approvals.write();
    }
  }

  private void advanceTo(Instant moment) {
    Duration ahead = Duration.between(clock.instant(), moment);
    if (ahead.isPositive()) {
      // No message is on its way, for which couriers would need the old time.
      clock.advance(ahead);
    }
  }

  private void twoOrdinaryWeeks(Instant midnight) {
    LocalDate today = midnight.atOffset(ZoneOffset.UTC).toLocalDate();
    A_DAY.forEach((start, number) -> {
      for (int day = 1; day <= 14; day++) {
        jdbc.sql("INSERT INTO fraud_day VALUES (:tenant, :country, :day, :verified)")
            .param("tenant", tenant.tenant().id().value())
            .param("country", COUNTRIES.get(start))
            .param("day", today.minusDays(day))
            .param("verified", (int) (number * TYPED + random.nextGaussian() * Math.sqrt(number)))
            .update();
      }
    });
  }

  private void honestDay(List<Try> all, Instant midnight, String start, int number) {
    for (int i = 0; i < number; i++) {
      all.add(
          new Try(
              midnight.plusMillis(hour() * 3_600_000L + random.nextInt(3_600_000)),
              false,
              start + digits(13 - start.length() - (start.equals("+4915") ? 0 : 1)),
              "198.51.%d.%d".formatted(random.nextInt(100), random.nextInt(250))));
    }
  }

  /// An hour of the day, the busy ones more often.
  private int hour() {
    int drawn = random.nextInt(java.util.Arrays.stream(BY_HOUR).sum());
    int hour = 0;
    while (drawn >= BY_HOUR[hour]) {
      drawn -= BY_HOUR[hour++];
    }
    return hour;
  }

  /// Ten codes in the first hour, a quarter more in each that follows: more than 3,000 in all, from
  /// 500 addresses, to ten blocks of numbers in three of the countries that honest users live in.
  private void attackDay(List<Try> all, Instant midnight) {
    List<String> prefixes = new ArrayList<>();
    for (String start : List.of("+316", "+316", "+316", "+316", "+32470", "+32470", "+32470")) {
      prefixes.add(start + digits(8 - start.length()));
    }
    for (int i = 0; i < 3; i++) {
      prefixes.add("+336" + digits(4));
    }
    for (int hour = 0; hour < HOURS; hour++) {
      for (int i = 0; i < Math.min(400, 10 * Math.pow(1.25, hour)); i++) {
        all.add(
            new Try(
                midnight.plusMillis(hour * 3_600_000L + random.nextInt(3_600_000)),
                true,
                prefixes.get(random.nextInt(prefixes.size())) + digits(4),
                "203.0.%d.%d".formatted(random.nextInt(2), random.nextInt(250))));
      }
    }
  }

  private String digits(int number) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < number; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
