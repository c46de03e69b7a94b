package io.tweestap.page.prompt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How far a visitor is: what a page shows again after a reload. Kept sealed, for the life of the
/// login. `toString` shows none of it.
///
/// @param chosen the factor that the visitor wants to answer with; null: the preferred one
/// @param asked the newest code or question of a factor
/// @param proof the newest code to an address
/// @param begun whether what is offered was taken up
/// @param picked the kind of factor that is to be set up, before it is begun
/// @param setup the factor that is being set up
/// @param codes recovery codes, until the visitor has kept them
/// @param after whether the login has passed and more is suggested
/// @param said what came of the last step
record Kept(
    @Nullable UUID chosen,
    @Nullable Asked asked,
    @Nullable ToAddress proof,
    boolean begun,
    @Nullable String picked,
    @Nullable Setup setup,
    List<String> codes,
    boolean after,
    @Nullable Said said) {
  static final Kept NOTHING = new Kept(null, null, null, false, null, null, List.of(), false, null);

  private static final JsonMapper JSON = JsonMapper.shared();

  /// A code to a factor, or a question for one.
  ///
  /// @param question for a device
  /// @param proof what the device shows if it is really us that ask
  /// @param text what the question is about
  /// @param publicKey what the browser is to ask a security key
  record Asked(
      UUID factor,
      UUID challenge,
      @Nullable String channel,
      @Nullable String to,
      @Nullable String question,
      @Nullable String proof,
      @Nullable String text,
      @Nullable String publicKey,
      @Nullable Instant nextSendAt) {}

  /// A code to an address of the user.
  record ToAddress(@Nullable UUID address, String channel, String to, Instant nextSendAt) {}

  /// A factor that was begun.
  ///
  /// @param number of a phone, to send another code to
  /// @param publicKey what the browser is to ask a security key
  record Setup(
      String kind,
      UUID factor,
      @Nullable String pairingCode,
      @Nullable String uri,
      @Nullable String qr,
      @Nullable String number,
      @Nullable String channel,
      @Nullable String to,
      @Nullable String publicKey,
      @Nullable Instant nextSendAt) {}

  /// What came of a step.
  ///
  /// @param what stands after `prompt.said.` in the words
  /// @param number tries left, where it matters
  /// @param until from when on it goes on
  /// @param bad whether it went wrong
  record Said(String what, int number, @Nullable Instant until, boolean bad) {
    static Said bad(String what) {
      return new Said(what, 0, null, true);
    }

    static Said good(String what) {
      return new Said(what, 0, null, false);
    }
  }

  static Kept read(String json) {
    return JSON.readValue(json, Kept.class);
  }

  String write() {
    return JSON.writeValueAsString(this);
  }

  Kept saying(@Nullable Said word) {
    return new Kept(chosen, asked, proof, begun, picked, setup, codes, after, word);
  }

  Kept choosing(@Nullable UUID factor) {
    return new Kept(factor, asked, proof, begun, picked, setup, codes, after, null);
  }

  Kept asking(Asked what) {
    return new Kept(what.factor(), what, proof, begun, picked, setup, codes, after, null);
  }

  Kept notAsking() {
    return new Kept(chosen, null, proof, begun, picked, setup, codes, after, said);
  }

  Kept sent(@Nullable ToAddress where) {
    return new Kept(chosen, asked, where, true, picked, setup, codes, after, null);
  }

  Kept beginning() {
    return new Kept(chosen, asked, proof, true, null, null, codes, after, null);
  }

  Kept picking(@Nullable String kind) {
    return new Kept(chosen, asked, proof, true, kind, null, codes, after, null);
  }

  Kept settingUp(@Nullable Setup what) {
    return new Kept(chosen, asked, proof, true, null, what, codes, after, null);
  }

  /// After the login has passed.
  Kept withCodes(List<String> made) {
    return new Kept(null, null, null, true, null, null, made, true, null);
  }

  @Override
  public String toString() {
    return "Kept[]";
  }
}
