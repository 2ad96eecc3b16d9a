@echo off
rem Nines: finds a Java of 17 or later, builds what is not built yet or has changed, and runs the command line.
rem   JAVA_HOME          the Java to use, if it is 17 or later; else the one on the PATH
rem   NINES_JAVA_OPTS    options for that Java, separated by blanks
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"

set "version=0"
set "home="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" call :look "%JAVA_HOME%\bin\java.exe"
if %version% lss 17 call :look java
if %version% lss 17 (
    echo nines: no Java of 17 or later found: set JAVA_HOME 1>&2
    exit /b 70
)

set "module=simulator-cli"
set "jar=nines.jar"
if "%~1"=="ui" set "module=simulator-ui"
if "%~1"=="ui" set "jar=nines-ui.jar"
set "app=%root%\%module%\target\launch"
set "stamp=%app%\built"

call :fresh
if not errorlevel 1 goto start
if not exist "%home%\bin\javac.exe" (
    echo nines: no JDK of 17 or later found to build Nines: set JAVA_HOME 1>&2
    exit /b 70
)
where mvn >nul 2>&1
if errorlevel 1 (
    echo nines: Maven 3.8 or later is needed to build Nines: no mvn on the PATH 1>&2
    exit /b 70
)
if exist "%stamp%" (echo building Nines ^(changed^)... 1>&2) else (echo building Nines ^(first use^)... 1>&2)
if not exist "%root%\target" mkdir "%root%\target"
del "%stamp%" >nul 2>&1
type nul > "%root%\target\launch.started"
pushd "%root%"
set "JAVA_HOME=%home%"
call mvn -q -Dlaunch -pl %module% -am package > "%root%\target\launch.log" 2>&1 < nul
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
    type "%root%\target\launch.log" 1>&2
    echo nines: the build failed: %root%\target\launch.log 1>&2
    exit /b 70
)
move /y "%root%\target\launch.started" "%stamp%" >nul
if errorlevel 1 (
    echo nines: cannot write to %app% 1>&2
    exit /b 70
)

:start
rem What only talks is compiled quickly, what calculates is compiled well. A simulation is compiled in smaller pieces and a little later
rem than Java would by itself: a run of seconds otherwise competes with its own compiler. See docs/performance.md.
set "compiler="
for %%c in (help check list show catalogue schema new explain generate-completion --help -h --version -V) do if "%~1"=="%%c" set "compiler=-XX:TieredStopAtLevel=1"
if "%~1"=="" set "compiler=-XX:TieredStopAtLevel=1"
set "later=-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000"
for %%c in (run sweep) do if "%~1"=="%%c" set "compiler=-XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=90 %later%"
set arguments=%*
set "options=-XX:+UseSerialGC"
if not "%module%"=="simulator-ui" goto run
set arguments=%arguments:*ui=%
set "options=--enable-native-access=ALL-UNNAMED"
if %version% geq 24 set "options=%options% --sun-misc-unsafe-memory-access=allow"

:run
"%home%\bin\java.exe" -Xlog:disable -Xlog:all=error:stderr %options% %compiler% %NINES_JAVA_OPTS% -jar "%app%\%jar%" %arguments%
exit /b %errorlevel%

rem Sets version to the feature release of a Java (17, 21, 25...; 0 where there is none) and home to its folder.
:look
set "version=0"
set "home="
for /f "tokens=1,2,*" %%a in ('^""%~1" -XshowSettings:properties -version 2^>^&1^"') do (
    if "%%a"=="java.specification.version" set "version=%%c"
    if "%%a"=="java.home" set "home=%%c"
)
if "%version:~0,2%"=="1." set "version=8"
exit /b 0

rem Ends with 0 if nothing that the module is made of is newer than the stamp.
:fresh
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$t = (Get-Item '%stamp%').LastWriteTimeUtc; $p = @('pom.xml', '.mvn') + ('simulator-core', 'scenarios', 'reports', '%module%' | ForEach-Object { \"$_\pom.xml\"; \"$_\src\main\" }); $n = $p | ForEach-Object { $f = Join-Path '%root%' $_; Get-Item $f; Get-ChildItem $f -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
exit /b %errorlevel%
