package io.tweestap.delivery.http;

import java.net.http.HttpHeaders;

/// What came back over HTTP.
///
/// @param body at most [ProviderClient#BODY_MAX] bytes; empty when it did not come whole
record ProviderAnswer(int status, HttpHeaders headers, byte[] body) {}
