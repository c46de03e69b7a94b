package io.tweestap.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The thresholds of the fraud guard")
class ThresholdsTest {
  private static final Offset<Double> EXACT = within(0.001);

  @ParameterizedTest(name = "{5}: best day {0}, verified {1} today and {2} this hour")
  @CsvSource({
    // best day, verified day, verified hour | a day, an hour
    "    0,    0,    0,    20,   3.333, 'a tenant that begins'",
    "    0,   10,   10,    20,   4.828, 'a small start'",
    "    0,  300,  300, 75.492,  75.492, 'a launch: 300 verified in the first hour'",
    "  100,    0,    0, 28.944,   4.824, 'a tenant with 100 a day, on a quiet day'",
    " 1000,    0,    0, 228.284,  38.047, 'a tenant with 1,000 a day, on a quiet day'",
    " 1000, 1000,  200, 228.284,  52.649, 'the same at its peak hour'",
    " 1000, 2000,  400,   440,  97.889, 'a day with twice as much'",
  })
  void aCountryMayHave(
      long bestDay, long verifiedDay, double verifiedHour, double day, double hour, String when) {
    double allowedDay = Thresholds.countryDay(bestDay, verifiedDay);
    assertThat(allowedDay).as(when).isCloseTo(day, EXACT);
    assertThat(Thresholds.countryHour(allowedDay, verifiedHour)).as(when).isCloseTo(hour, EXACT);
  }

  @ParameterizedTest(name = "{4}: verified {0} today and {1} this hour")
  @CsvSource({
    // verified day, verified hour | a day, an hour
    "    0,   0,    6,      3, 'a block of numbers that nobody knows'",
    "   40,   5,    8,      3, 'one with ordinary use'",
    "  400,   0,   80, 13.333, 'one of a company, in a quiet hour'",
    "  400, 100,   80,     20, 'the same in a busy one'",
  })
  void aPrefixMayHave(long verifiedDay, double verifiedHour, double day, double hour, String when) {
    double allowedDay = Thresholds.prefixDay(verifiedDay);
    assertThat(allowedDay).as(when).isCloseTo(day, EXACT);
    assertThat(Thresholds.prefixHour(allowedDay, verifiedHour)).as(when).isCloseTo(hour, EXACT);
  }

  @ParameterizedTest(name = "{3}: verified {0} today")
  @CsvSource({
    // verified day | a day, an hour
    "    0,  10,     5, 'a visitor'",
    "   50,  10,     5, 'a small office'",
    "  300,  60,    10, 'a large one behind one address'",
  })
  void aSourceMayHave(long verifiedDay, double day, double hour, String when) {
    assertThat(Thresholds.sourceDay(verifiedDay)).as(when).isCloseTo(day, EXACT);
    assertThat(Thresholds.sourceHour(verifiedDay)).as(when).isCloseTo(hour, EXACT);
  }

  @Test
  void whatIsExactlyAllowedIsSentAndOneMoreIsNot() {
    Tally three = new Tally(3, 3, 0, 0);
    Tally four = new Tally(4, 4, 0, 0);
    assertThat(Rules.judge(new Figures(three, 0, three, three, 3))).isEmpty();
    assertThat(Rules.judge(new Figures(four, 0, Tally.NONE, Tally.NONE, 0)))
        .contains(new Breach(Rule.COUNTRY_HOUR, 4, 20 / 6.0));
  }

  @Test
  void theNarrowestRuleThatIsBrokenCounts() {
    Tally many = new Tally(100, 100, 0, 0);
    assertThat(broken(new Figures(many, 0, many, many, 9))).contains(Rule.PREFIX_HOUR);
    assertThat(broken(new Figures(many, 0, Tally.NONE, many, 9))).contains(Rule.SOURCE_COUNTRIES);
    assertThat(broken(new Figures(many, 0, Tally.NONE, many, 1))).contains(Rule.SOURCE_HOUR);
    assertThat(broken(new Figures(many, 0, Tally.NONE, Tally.NONE, 1))).contains(Rule.COUNTRY_HOUR);
  }

  @Test
  void aDayOfSlowOnesIsTooMuchAsWell() {
    Tally slow = new Tally(21, 1, 0, 0);
    assertThat(broken(new Figures(slow, 0, Tally.NONE, Tally.NONE, 1))).contains(Rule.COUNTRY_DAY);
    assertThat(broken(new Figures(slow, 0, slow, Tally.NONE, 1))).contains(Rule.PREFIX_DAY);
    assertThat(broken(new Figures(Tally.NONE, 0, Tally.NONE, slow, 1))).contains(Rule.SOURCE_DAY);
  }

  private static Optional<Rule> broken(Figures figures) {
    return Rules.judge(figures).map(Breach::rule);
  }
}
