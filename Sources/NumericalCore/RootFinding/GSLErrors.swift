// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// The handling of errors inside GSL, which by default aborts the program.
enum GSLErrors {
  /// Switches the aborting handler off, once for the process; every door to GSL evaluates it first.
  static let silence: Void = {
    _ = gsl_set_error_handler_off()
  }()

  /// Turns a status into an error.
  ///
  /// - Parameters:
  ///   - status: What the GSL routine returned.
  ///   - routine: Its name.
  ///   - context: The arguments, described only if needed.
  /// - Throws: `NumericalFailure` unless the status is `GSL_SUCCESS`.
  static func check(
    _ status: Int32, _ routine: String, _ context: @autoclosure () -> String
  ) throws(NumericalFailure) {
    guard status != Int32(GSL_SUCCESS) else { return }
    throw NumericalFailure(routine: routine, status: Int(status), context: .init(context()))
  }

  /// What a status means, in Chinese; the English words are GSL's own.
  static func chinese(_ status: Int) -> String {
    switch status {
    case Int(GSL_EDOM): "输入超出定义域"
    case Int(GSL_ERANGE): "结果超出可表示的范围"
    case Int(GSL_EINVAL): "参数无效"
    case Int(GSL_ENOMEM): "内存不足"
    case Int(GSL_EBADFUNC): "函数值无效"
    case Int(GSL_EMAXITER): "超过最大迭代次数"
    case Int(GSL_EZERODIV): "除以零"
    case Int(GSL_EUNDRFLW): "下溢"
    case Int(GSL_EOVRFLW): "上溢"
    case Int(GSL_ELOSS): "精度损失"
    case Int(GSL_EROUND): "因舍入误差失败"
    case Int(GSL_EBADLEN): "矩阵或向量长度不符"
    case Int(GSL_ESING): "矩阵奇异"
    case Int(GSL_ETOL): "未达到指定的容差"
    case Int(GSL_ENOPROG): "迭代没有进展"
    default: "计算失败"
    }
  }
}
