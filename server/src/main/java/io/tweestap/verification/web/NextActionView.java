package io.tweestap.verification.web;

import io.tweestap.shared.Channel;
import io.tweestap.verification.NextAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done next, in an answer.
record NextActionView(String action, @Nullable String channel, long inSeconds) {
  static List<NextActionView> of(List<NextAction> next) {
    return next.stream().map(NextActionView::of).toList();
  }

  private static NextActionView of(NextAction next) {
    return new NextActionView(
        next.kind().text(), next.channel().map(Channel::text).orElse(null), next.in().toSeconds());
  }
}
