package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A carrier that remembers what it got and answers as a test says.
public final class FakeCarrier implements Carrier {
  private final String name;
  private final Set<Channel> channels;
  private final int parallel;
  private final Function<OutgoingMessage, HandOver> answer;
  private volatile int rank = 1;
  private volatile boolean up = true;
  private volatile boolean standsIn;
  private final List<OutgoingMessage> got = Collections.synchronizedList(new ArrayList<>());

  public FakeCarrier(
      String name,
      Set<Channel> channels,
      int parallel,
      Function<OutgoingMessage, HandOver> answer) {
    this.name = name;
    this.channels = channels;
    this.parallel = parallel;
    this.answer = answer;
  }

  static FakeCarrier named(String name, int rank, Function<OutgoingMessage, HandOver> answer) {
    FakeCarrier carrier = new FakeCarrier(name, Set.of(Channel.SMS), 16, answer);
    carrier.rank = rank;
    return carrier;
  }

  static FakeCarrier sms(Function<OutgoingMessage, HandOver> answer) {
    return new FakeCarrier("fake", Set.of(Channel.SMS), 16, answer);
  }

  static FakeCarrier accepting() {
    return sms(_ -> HandOver.Accepted.plainly(1));
  }

  FakeCarrier up(boolean now) {
    up = now;
    return this;
  }

  FakeCarrier standingIn() {
    standsIn = true;
    return this;
  }

  @Override
  public boolean givesReceipts() {
    return true;
  }

  @Override
  public boolean isUp() {
    return up;
  }

  @Override
  public boolean isReady() {
    return up;
  }

  @Override
  public boolean isForTrying() {
    return standsIn;
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
    return rank;
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
