package io.tweestap.delivery.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// One request and its answer, bounded in time and size. Follows no redirect and uses no proxy: a
/// message goes to the configured address or nowhere.
final class ProviderClient implements AutoCloseable {
  /// The most bytes of an answer that are read.
  static final int BODY_MAX = 64 * 1024;

  private static final byte[] NOTHING = {};

  private final HttpClient client;
  private final Duration total;

  ProviderClient(Duration connect, Duration total) {
    this.total = total;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(connect)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /// Sends the request and waits for the answer. An answer whose status came counts, even when its
  /// body did not come whole.
  ///
  /// @throws NotSentException when the request surely did not reach anybody
  /// @throws NoAnswerException when it may have
  ProviderAnswer call(HttpRequest request) throws NotSentException, NoAnswerException {
    AtomicReference<ProviderAnswer> head = new AtomicReference<>();
    CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, noting(head));
    try {
      HttpResponse<byte[]> response = coming.get(total.toNanos(), TimeUnit.NANOSECONDS);
      return new ProviderAnswer(response.statusCode(), response.headers(), response.body());
    } catch (ExecutionException e) {
      return headOr(head, e);
    } catch (TimeoutException e) {
      coming.cancel(true);
      return headOr(head, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      coming.cancel(true);
      return headOr(head, e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static BodyHandler<byte[]> noting(AtomicReference<ProviderAnswer> head) {
    BodyHandler<byte[]> bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_MAX);
    return info -> {
      head.set(new ProviderAnswer(info.statusCode(), info.headers(), NOTHING));
      return bounded.apply(info);
    };
  }

  private static ProviderAnswer headOr(AtomicReference<ProviderAnswer> head, Throwable failure)
      throws NotSentException, NoAnswerException {
    ProviderAnswer answered = head.get();
    if (answered != null) {
      return answered;
    }
    if (beforeSending(failure.getCause())) {
      throw new NotSentException();
    }
    throw new NoAnswerException();
  }

  private static boolean beforeSending(@Nullable Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLHandshakeException;
  }

  /// Nobody got the request.
  static final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Nobody knows whether somebody got the request.
  static final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
