const FAMILIES: Record<string, string> = {
  account:
    "login checkSession getUserInfo getUserProfile authorize getSetting openSetting requestSubscribeMessage requestPayment " +
    "getPrivacySetting requirePrivacyAuthorize openPrivacyContract chooseAddress chooseInvoiceTitle getWeRunData " +
    "startSoterAuthentication checkIsSupportSoterAuthentication getAccountInfoSync getUserCryptoManager",
  network:
    "request uploadFile downloadFile connectSocket sendSocketMessage closeSocket getNetworkType getLocalIPAddress",
  storage:
    "setStorage getStorage removeStorage clearStorage getStorageInfo setStorageSync getStorageSync removeStorageSync " +
    "clearStorageSync getStorageInfoSync batchSetStorageSync batchGetStorageSync",
  screen:
    "showToast hideToast showModal showLoading hideLoading showActionSheet enableAlertBeforeUnload disableAlertBeforeUnload " +
    "setNavigationBarTitle setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading hideHomeButton " +
    "setBackgroundColor setBackgroundTextStyle setTabBarBadge removeTabBarBadge setTabBarItem setTabBarStyle showTabBar " +
    "hideTabBar showTabBarRedDot hideTabBarRedDot startPullDownRefresh stopPullDownRefresh pageScrollTo loadFontFace " +
    "getMenuButtonBoundingClientRect setWindowSize nextTick createSelectorQuery createIntersectionObserver createAnimation " +
    "createMediaQueryObserver",
  route:
    "navigateTo redirectTo switchTab reLaunch navigateBack navigateToMiniProgram navigateBackMiniProgram exitMiniProgram",
  files:
    "chooseMedia chooseImage chooseVideo chooseMessageFile previewImage previewMedia getImageInfo compressImage cropImage " +
    "saveImageToPhotosAlbum saveVideoToPhotosAlbum saveFile saveFileToDisk getFileInfo getSavedFileList removeSavedFile " +
    "openDocument getFileSystemManager addFileToFavorites shareFileMessage",
  device:
    "getSystemInfo getSystemInfoSync getSystemInfoAsync getWindowInfo getDeviceInfo getAppBaseInfo getSystemSetting " +
    "getAppAuthorizeSetting openAppAuthorizeSetting scanCode makePhoneCall addPhoneContact chooseContact setClipboardData " +
    "getClipboardData vibrateShort vibrateLong setScreenBrightness getScreenBrightness setKeepScreenOn " +
    "setVisualEffectOnCapture getBatteryInfo getBatteryInfoSync hideKeyboard getLocation getFuzzyLocation chooseLocation " +
    "choosePoi openLocation getRecorderManager createInnerAudioContext createCameraContext createVideoContext " +
    "createCanvasContext createOffscreenCanvas createMapContext canvasToTempFilePath getRandomValues",
  app:
    "canIUse getLaunchOptionsSync getEnterOptionsSync getUpdateManager getExtConfigSync showShareMenu hideShareMenu " +
    "updateShareMenu getShareInfo openCustomerServiceChat openOfficialAccountProfile getLogManager getRealtimeLogManager reportEvent " +
    "reportAnalytics reportPerformance getPerformance preloadWebview preloadSubpackage loadSubpackage requestIdleCallback",
};

/**
 * Functions of `wx` that exist in WeChat. One that the test's `wx` does not provide is still there, because Taro reads
 * the keys of `wx` at boot; calling it fails the run.
 */
export const KNOWN_APIS: string[] = Object.values(FAMILIES).flatMap((names) => names.trim().split(/\s+/));
