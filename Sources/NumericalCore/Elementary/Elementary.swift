// SPDX-License-Identifier: GPL-3.0-or-later

/// Elementary and special functions whose every bit is ours.
///
/// The C library computes `exp`, `log` and `pow` differently on machines with and without fused
/// multiply-add, so a result that passed through them would depend on the processor. Everything here uses
/// only `+ - * /` and `sqrt` on `Double`, each rounded once by IEEE 754, in a fixed order.
public enum Elementary {}
