// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_version.h>

// GSL's C globals are mutable pointers, which Swift 6 refuses: these return their values.
static inline const gsl_root_fsolver_type *_Nonnull cgsl_root_brent(void) { return gsl_root_fsolver_brent; }
static inline const gsl_rng_type *_Nonnull cgsl_mt19937(void) { return gsl_rng_mt19937; }
