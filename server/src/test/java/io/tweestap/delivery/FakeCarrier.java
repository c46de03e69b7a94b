package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A carrier that remembers what it got and answers as a test says.
final class FakeCarrier implements Carrier {
  private final String name;
  private final Set<Channel> channels;
  private final int parallel;
  private final Function<OutgoingMessage, HandOver> answer;
  private final List<OutgoingMessage> got = Collections.synchronizedList(new ArrayList<>());

  FakeCarrier(
      String name,
      Set<Channel> channels,
      int parallel,
      Function<OutgoingMessage, HandOver> answer) {
    this.name = name;
    this.channels = channels;
    this.parallel = parallel;
    this.answer = answer;
  }

  static FakeCarrier sms(Function<OutgoingMessage, HandOver> answer) {
    return new FakeCarrier("fake", Set.of(Channel.SMS), 16, answer);
  }

  static FakeCarrier accepting() {
    return sms(_ -> HandOver.Accepted.plainly(1));
  }

  List<OutgoingMessage> got() {
    synchronized (got) {
      return List.copyOf(got);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Channel> channels() {
    return channels;
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public int parallelMax() {
    return parallel;
  }

  @Override
  public HandOver send(OutgoingMessage message) {
    got.add(message);
    return answer.apply(message);
  }
}
