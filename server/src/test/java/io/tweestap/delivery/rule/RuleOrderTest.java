package io.tweestap.delivery.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.Priority;
import io.tweestap.delivery.route.Candidate;
import io.tweestap.delivery.rule.RouteRule.Share;
import io.tweestap.shared.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rule decides for a message, and what it makes of the carriers a, b, c, d by rank.
class RuleOrderTest {
  private static final UUID ACME = UUID.fromString("018f0000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("018f0000-0000-7000-8000-000000000002");
  private static final List<String> BY_RANK = List.of("a", "b", "c", "d");

  /// In their order: the first that fits decides.
  private static final List<RouteRule> RULES =
      List.of(
          rule("mobile-nl").prefixes("+316").carriers("b"),
          rule("nl").countries("NL", "BE").carriers("c"),
          rule("bulk").priorities(Priority.BULK).carriers("d"),
          rule("shop").senders("Shop").carriers("c"),
          rule("other").tenants(OTHER).carriers("b"),
          rule("gone").countries("FR").carriers("gone"),
          rule("strict").countries("US").carriers("d"));

  @ParameterizedTest
  @CsvSource({
    "+31612345678, NL, CODE, Acme, 1, b, 'rule mobile-nl, weight 1 of 1'",
    "+31201234567, NL, CODE, Acme, 1, c, 'rule nl, weight 1 of 1'",
    "+3221234567,  BE, BULK, Acme, 1, c, 'rule nl, weight 1 of 1'",
    "+4930123456,  DE, BULK, Acme, 1, d, 'rule bulk, weight 1 of 1'",
    "+4930123456,  DE, CODE, SHOP, 1, c, 'rule shop, weight 1 of 1'",
    "+4930123456,  DE, CODE, Acme, 2, b, 'rule other, weight 1 of 1'",
    "+4930123456,  DE, CODE, Acme, 1, a, rank",
    "+33123456789, FR, CODE, Acme, 1, a, rank",
    "'',           '', CODE, Acme, 1, a, rank",
    "'',           '', NOTICE, Shop, 1, c, 'rule shop, weight 1 of 1'"
  })
  void theFirstRuleThatFitsDecides(
      String number,
      String country,
      Priority priority,
      String sender,
      int tenant,
      String first,
      String reason) {
    RouteFacts facts =
        new RouteFacts(
            new TenantId(tenant == 1 ? ACME : OTHER),
            UUID.randomUUID(),
            priority,
            sender,
            number,
            Optional.of(country).filter(text -> !text.isEmpty()));
    assertThat(RuleOrder.order(RULES, facts, BY_RANK).getFirst())
        .isEqualTo(new Candidate(first, reason));
  }

  @Test
  void theOthersStandBehindByRankUnlessTheRuleForbidsIt() {
    assertThat(RuleOrder.order(RULES, to("NL"), BY_RANK))
        .containsExactly(
            new Candidate("c", "rule nl, weight 1 of 1"),
            new Candidate("a", "rank, behind rule nl"),
            new Candidate("b", "rank, behind rule nl"),
            new Candidate("d", "rank, behind rule nl"));
    assertThat(RuleOrder.order(RULES, to("US"), BY_RANK))
        .containsExactly(new Candidate("d", "rule strict, weight 1 of 1"));
  }

  @Test
  void weightsShareTheMessagesAndOneMessageAlwaysGoesTheSameWay() {
    List<RouteRule> rules =
        List.of(
            new RouteRule(
                "all",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Share("c", 3), new Share("a", 1), new Share("b", 0)),
                true,
                Optional.empty()));
    Random random = new Random(20261129);
    Map<String, Integer> firsts = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      List<Candidate> order = RuleOrder.order(rules, facts(id, "NL"), BY_RANK);
      assertThat(order).isEqualTo(RuleOrder.order(rules, facts(id, "NL"), BY_RANK)).hasSize(3);
      assertThat(order.getLast().carrier()).as("without a weight last").isEqualTo("b");
      firsts.merge(order.getFirst().carrier(), 1, Integer::sum);
    }
    assertThat(firsts.get("c")).isBetween(7_300, 7_700);
    assertThat(firsts.get("a")).isBetween(2_300, 2_700);
  }

  private static RouteFacts to(String country) {
    return facts(UUID.randomUUID(), country);
  }

  private static RouteFacts facts(UUID message, String country) {
    return new RouteFacts(
        new TenantId(ACME), message, Priority.CODE, "Acme", "+1", Optional.of(country));
  }

  private static Some rule(String name) {
    return new Some(
        new RouteRule(
            name,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Share("a", 1)),
            false,
            Optional.empty()));
  }

  /// A rule in the making.
  private record Some(RouteRule rule) {
    Some countries(String... some) {
      return with(
          List.of(some), rule.prefixes(), rule.senders(), rule.priorities(), rule.tenants());
    }

    Some prefixes(String... some) {
      return with(
          rule.countries(), List.of(some), rule.senders(), rule.priorities(), rule.tenants());
    }

    Some senders(String... some) {
      return with(
          rule.countries(), rule.prefixes(), List.of(some), rule.priorities(), rule.tenants());
    }

    Some priorities(Priority... some) {
      return with(rule.countries(), rule.prefixes(), rule.senders(), List.of(some), rule.tenants());
    }

    Some tenants(UUID... some) {
      return with(
          rule.countries(), rule.prefixes(), rule.senders(), rule.priorities(), List.of(some));
    }

    private Some with(
        List<String> countries,
        List<String> prefixes,
        List<String> senders,
        List<Priority> priorities,
        List<UUID> tenants) {
      return new Some(
          new RouteRule(
              rule.name(),
              countries,
              prefixes,
              senders,
              priorities,
              tenants,
              rule.carriers(),
              false,
              Optional.empty()));
    }

    RouteRule carriers(String carrier) {
      return new RouteRule(
          rule.name(),
          rule.countries(),
          rule.prefixes(),
          rule.senders(),
          rule.priorities(),
          rule.tenants(),
          List.of(new Share(carrier, 1)),
          rule.name().equals("strict"),
          Optional.empty());
    }
  }
}
