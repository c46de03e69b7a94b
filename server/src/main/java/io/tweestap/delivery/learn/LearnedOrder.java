package io.tweestap.delivery.learn;

import io.tweestap.delivery.Priority;
import io.tweestap.delivery.route.Candidate;
import io.tweestap.delivery.rule.RouteFacts;
import io.tweestap.shared.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Puts carriers for a code into the order that experience suggests.
///
/// All chance comes from the id of the message, whose bits were drawn when it was made: it goes the
/// same way at each look, on each node.
@Component
public class LearnedOrder {
  private final LearningProperties properties;
  private final Supplier<Experience> experience;

  LearnedOrder(LearningProperties properties, Supplier<Experience> experience) {
    this.properties = properties;
    this.experience = experience;
  }

  /// An order, and what learning says to it.
  public record Ordered(List<Candidate> candidates, Optional<Learned> learned) {
    /// Without a word of learning.
    public static Ordered plain(List<Candidate> candidates) {
      return new Ordered(candidates, Optional.empty());
    }
  }

  /// Whether experience has a say: only codes are typed, and one carrier is no choice.
  public boolean isAsked(Channel channel, Priority priority, int carriers) {
    return priority == Priority.CODE
        && channel.isPhone()
        && carriers > 1
        && (properties.mode() != LearningMode.OFF || properties.lowConversion());
  }

  /// @param given the order without experience
  /// @param ruled whether a rule made it, which learning does not overrule
  public Ordered order(Channel channel, RouteFacts facts, List<Candidate> given, boolean ruled) {
    if (facts.country().isEmpty()) {
      return Ordered.plain(given);
    }
    Map<String, Counts> counts = experience.get().of(channel, facts.country().get());
    RandomGenerator random = chance(facts.message());
    Optional<Learned> learned = learned(given, counts, random);
    if (!ruled && properties.mode() == LearningMode.ON && learned.isPresent()) {
      return new Ordered(
          learned.get().draws().stream()
              .map(one -> new Candidate(one.carrier(), "learned"))
              .toList(),
          learned);
    }
    return new Ordered(
        properties.lowConversion() ? lowBehind(given, counts, random) : given, learned);
  }

  private Optional<Learned> learned(
      List<Candidate> given, Map<String, Counts> counts, RandomGenerator random) {
    if (properties.mode() == LearningMode.OFF) {
      return Optional.empty();
    }
    return Optional.of(
        Learned.of(
            properties.mode(),
            Thompson.draw(
                given.stream().map(Candidate::carrier).toList(),
                counts,
                properties.costs(),
                properties.costWeight(),
                random)));
  }

  /// Whoever is far behind comes last, but for a few codes that try it.
  private List<Candidate> lowBehind(
      List<Candidate> given, Map<String, Counts> counts, RandomGenerator random) {
    List<String> behind =
        Conversion.behind(given.stream().map(Candidate::carrier).toList(), counts).stream()
            .map(Conversion.Behind::carrier)
            .toList();
    boolean first = !given.isEmpty() && behind.contains(given.getFirst().carrier());
    if (behind.isEmpty() || random.nextDouble() < properties.probeShare()) {
      return first ? tried(given) : given;
    }
    List<Candidate> order = new ArrayList<>();
    List<Candidate> last = new ArrayList<>();
    given.forEach(one -> (behind.contains(one.carrier()) ? last : order).add(one));
    if (first) {
      order.set(
          0,
          because(
              order.getFirst(),
              ", since fewer codes of " + given.getFirst().carrier() + " are typed"));
    }
    order.addAll(last);
    return order;
  }

  private static List<Candidate> tried(List<Candidate> given) {
    List<Candidate> order = new ArrayList<>(given);
    order.set(0, because(order.getFirst(), ", to try it again although fewer codes are typed"));
    return order;
  }

  private static Candidate because(Candidate one, String why) {
    return new Candidate(one.carrier(), one.reason() + why);
  }

  private static RandomGenerator chance(UUID message) {
    return new SplittableRandom(
        message.getMostSignificantBits() * 31 + message.getLeastSignificantBits());
  }
}
