/// The try-it page: a demo shop that asks for codes, beside the phones on which they arrive. There
/// in embedded mode only, and for this machine only. It is an ordinary client of the REST API.
@NullMarked
package io.tweestap.page.sandbox;

import org.jspecify.annotations.NullMarked;
