package io.tweestap.page.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one page of the prompt shows.
sealed interface Screen {
  /// The file under `templates/prompt`.
  String template();

  /// What stands on all of them.
  ///
  /// @param path of the page, to which the forms' own parts are added
  /// @param said what came of the last step, in words; null for nothing
  /// @param bad whether that went wrong
  record Frame(String path, @Nullable String said, boolean bad) {}

  /// What is being paid.
  record Payment(String amount, List<String> payees) {}

  /// Until another code can be sent.
  ///
  /// @param seconds 0 when it can be now
  record Wait(long seconds) {}

  /// A way to answer, or a kind to set up.
  ///
  /// @param id of the factor, or the kind
  /// @param icon of `look/parts`
  /// @param hint what tells it from others like it; null where its title says it all
  record Way(String id, String icon, String title, @Nullable String hint) {}

  /// One factor is answered with.
  ///
  /// @param kind decides about words and the form of the field
  /// @param name what the user calls it; null where that says no more than the kind
  /// @param needsAsking whether a code or question must be asked for first
  /// @param question what to type into the device
  /// @param publicKey what the browser is to ask a security key
  /// @param remember how long the browser may be remembered, in words; null when it may not
  /// @param slowed until when answers are not compared; null when they are
  record Ask(
      Frame frame,
      String factor,
      String kind,
      @Nullable String name,
      @Nullable String to,
      boolean needsAsking,
      @Nullable String channel,
      @Nullable String question,
      @Nullable String proof,
      @Nullable String text,
      @Nullable String publicKey,
      @Nullable Wait pause,
      @Nullable Payment payment,
      @Nullable String remember,
      @Nullable String slowed,
      boolean otherWays)
      implements Screen {
    @Override
    public String template() {
      return "ask";
    }

    /// Whether codes of this kind are digits.
    public boolean isNumeric() {
      return switch (kind) {
        case "totp", "hotp", "phone", "ocra" -> true;
        default -> false;
      };
    }
  }

  /// All ways to answer.
  record Ways(Frame frame, List<Way> ways) implements Screen {
    @Override
    public String template() {
      return "ways";
    }
  }

  /// Setting up a factor is offered.
  ///
  /// @param until the date from which it is required, in words
  /// @param skipsLeft null without a limit
  record Offer(Frame frame, @Nullable String until, @Nullable Integer skipsLeft) implements Screen {
    @Override
    public String template() {
      return "offer";
    }
  }

  /// A code to an address, or from staff.
  ///
  /// @param reset whether it is for a password reset
  /// @param staff whether staff hand it out
  /// @param sentTo where it went; null: nowhere yet
  /// @param address to send another one to
  record Proof(
      Frame frame,
      boolean reset,
      boolean staff,
      List<Way> addresses,
      @Nullable String sentTo,
      @Nullable String channel,
      @Nullable String address,
      @Nullable Wait pause,
      boolean maySkip)
      implements Screen {
    @Override
    public String template() {
      return "proof";
    }
  }

  /// The kinds that can be set up.
  ///
  /// @param since from when on it is required, in words
  /// @param more whether it is a further one, after the login has passed
  record Choose(
      Frame frame, List<Way> kinds, boolean required, @Nullable String since, boolean more)
      implements Screen {
    @Override
    public String template() {
      return "choose";
    }
  }

  /// A factor is being set up.
  ///
  /// @param begun whether it has begun; else its number is asked for
  record Setup(
      Frame frame,
      String kind,
      boolean begun,
      @Nullable String pairingCode,
      @Nullable String uri,
      @Nullable String qr,
      @Nullable String to,
      @Nullable String channel,
      @Nullable String publicKey,
      @Nullable Wait pause,
      @Nullable String remember)
      implements Screen {
    @Override
    public String template() {
      return "setup";
    }
  }

  /// Recovery codes, shown until they are kept.
  record Codes(Frame frame, List<String> codes, String date) implements Screen {
    @Override
    public String template() {
      return "codes";
    }
  }

  /// The login is over without having passed.
  ///
  /// @param state as the API says it
  record Over(Frame frame, String state, String returnAddress) implements Screen {
    @Override
    public String template() {
      return "over";
    }
  }
}
