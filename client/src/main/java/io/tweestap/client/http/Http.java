package io.tweestap.client.http;

import io.tweestap.client.Pages;
import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.TweestapException;
import io.tweestap.client.TweestapUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks the API and reads what it answers. A failure of the server or the way to it is a
/// [TweestapUnavailable], from every method.
public final class Http implements AutoCloseable {
  private static final byte[] NOTHING = {'{', '}'};

  private final Authorized authorized;

  /// Made by the client.
  public Http(Authorized authorized) {
    this.authorized = authorized;
  }

  /// Yes or no.
  public <T> Reply<T> ask(Call call, Class<T> type) {
    HttpResponse<byte[]> response = authorized.send(call, BodyHandlers.ofByteArray());
    byte[] body = response.statusCode() == 204 ? NOTHING : response.body();
    return response.statusCode() < 300
        ? new Reply.Good<>(Json.read(body, type))
        : new Reply.Bad<>(Problems.read(response.statusCode(), response.body()));
  }

  /// @throws RequestRefused when the server says no
  public <T> T get(Call call, Class<T> type) {
    return ask(call, type).orThrow();
  }

  /// Empty when there is no such thing.
  ///
  /// @throws RequestRefused when the server says no for another reason
  public <T> Optional<T> find(Call call, Class<T> type) {
    return switch (ask(call, type)) {
      case Reply.Good<T>(T value) -> Optional.of(value);
      case Reply.Bad<T>(Problem problem) when problem.is("not_found") -> Optional.empty();
      case Reply.Bad<T>(Problem problem) -> throw new RequestRefused(problem);
    };
  }

  /// For what answers with nothing.
  ///
  /// @throws RequestRefused when the server says no
  public void run(Call call) {
    text(call);
  }

  /// The answer as it is.
  ///
  /// @throws RequestRefused when the server says no
  public String text(Call call) {
    return new String(bytes(call), StandardCharsets.UTF_8);
  }

  /// The answer as it is.
  ///
  /// @throws RequestRefused when the server says no
  public byte[] bytes(Call call) {
    HttpResponse<byte[]> response = authorized.send(call, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new RequestRefused(Problems.read(response.statusCode(), response.body()));
    }
    return response.body();
  }

  /// A list that comes in one piece.
  ///
  /// @throws RequestRefused when the server says no
  public <T> List<T> list(Call call, Class<T> type) {
    return page(call, type).data();
  }

  /// A list that comes in pages.
  ///
  /// @throws RequestRefused while it is read, when the server says no
  public <T> Pages<T> pages(Call call, Class<T> type) {
    Call sized = call.query(Fields.of("limit", 100));
    return new Pages<>(
        cursor -> page(cursor == null ? sized : sized.query(Fields.of("cursor", cursor)), type));
  }

  private <T> Pages.Page<T> page(Call call, Class<T> type) {
    HttpResponse<byte[]> response = authorized.send(call, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new RequestRefused(Problems.read(response.statusCode(), response.body()));
    }
    return Json.read(response.body(), Pages.Page.class, type);
  }

  /// One JSON object per line, read while it arrives. Close the stream.
  ///
  /// @throws RequestRefused when the server says no
  public <T> Stream<T> lines(Call call, Class<T> type) {
    HttpResponse<InputStream> response =
        authorized.send(call.patiently(), BodyHandlers.ofInputStream());
    if (response.statusCode() >= 300) {
      throw new RequestRefused(Problems.read(response.statusCode(), all(response.body())));
    }
    InputStream body = response.body();
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
        .lines()
        .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), type))
        .onClose(() -> close(body));
  }

  private static byte[] all(InputStream body) {
    try (body) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new TweestapUnavailable("the answer broke off", e);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends what is under way.
  ///
  /// @throws TweestapException never
  @Override
  public void close() {
    authorized.close();
  }
}
