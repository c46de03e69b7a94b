/// What operators write into the delivery receipts of SMPP: no two write the same, so everything is
/// optional and nothing throws.
@NullMarked
package io.tweestap.delivery.receipt;

import org.jspecify.annotations.NullMarked;
